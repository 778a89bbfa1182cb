// @ts-check

/**
 * The emitted file of a stack file: `out/staging-eu/main.tf.json` of `stacks/staging-eu.ts`.
 *
 * @param {string} source
 * @returns {string}
 */
export const outputOf = (source) => source.replace(/^stacks\/(.*)\.ts$/su, 'out/$1/main.tf.json')
