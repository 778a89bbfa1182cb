// @ts-check
import { counted } from '../text/counted.js'

/** @typedef {import('../text/paint.js').Colour} Colour */
/** @typedef {import('./report.ts').OutputResult} OutputResult */
/** @typedef {import('./report.ts').OutputStatus} OutputStatus */

/** @type {Readonly<Record<OutputStatus, Colour>>} */
const COLOURS = {
  written: 'green',
  unchanged: 'dim',
  'up to date': 'green',
  differs: 'red',
  missing: 'red',
  'belongs to no stack': 'red'
}

/**
 * What came of one emitted file, in one line.
 *
 * @param {import('../text/paint.js').Paint} paint
 * @param {Pick<OutputResult, 'path' | 'status' | 'resources' | 'sha256'>} result Its path is safe to print.
 * @returns {string}
 */
export const resultLine = (paint, { path, status, resources, sha256 }) =>
  [
    path,
    paint(COLOURS[status], status),
    ...(resources === undefined ? [] : [counted(resources, 'resource')]),
    ...(sha256 === undefined ? [] : [`sha256:${sha256}`])
  ].join('  ')
