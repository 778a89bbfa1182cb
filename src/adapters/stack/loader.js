import { register } from 'node:module'
import { needsLoader } from './needs-loader.js'

// Only that half of the loader is loaded which serves `import`: the other half, for `require`, is of no use to the commands
// and would make a thread wait as long again.
if (needsLoader) register('@oxc-node/core/esm', import.meta.url)

/**
 * Loading this lets a thread run the .ts sources, and calling it makes errors name places of those that are loaded from
 * then on. To keep the map of a source takes time, and most need none.
 */
export const mapPlaces = () => {
  if (needsLoader) process.setSourceMapsEnabled(true)
}
