/** How many seconds one stack file may take to load where nobody says how long. */
export const PATIENCE_SECONDS = 10
