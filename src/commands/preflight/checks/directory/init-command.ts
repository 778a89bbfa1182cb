/**
 * What a person types to have `out/<stack>` prepared, given the path of it or of something in it. It is the guard's
 * command, which looks at what it hands to OpenTofu and binds what came of it (J.7.0 §2).
 */
export const initCommand = (path: string): string => `npm run tofu -- stacks/${path.split('/')[1]}.ts init`
