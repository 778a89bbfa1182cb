// Lets Node run the .ts sources. Node 22.18 and later strip types by themselves; before that @oxc-node/core does it.
if (!process.features.typescript) await import('@oxc-node/core/register')
