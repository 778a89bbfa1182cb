import { register } from 'node:module'

// Lets a worker run the .ts sources, as src/cli/typescript.js does: that half of the loader which serves `import`. The
// other half, for `require`, is of no use to a worker and would make it wait as long again.
if (!process.features.typescript) {
  process.setSourceMapsEnabled(true)
  register('@oxc-node/core/esm', import.meta.url)
}
