/** Node 22.18 and later strip types by themselves; before that @oxc-node/core does it. */
export const needsLoader = !process.features.typescript
