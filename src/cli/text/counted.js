// @ts-check

/**
 * A number with its noun: `1 problem`, `2 problems`.
 *
 * @param {number} count
 * @param {string} noun
 * @returns {string}
 */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`
