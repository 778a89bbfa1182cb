// @ts-check

/**
 * The temporary file of one process beside an emitted file: git ignores it, and OpenTofu reads no dot files.
 *
 * @param {number} pid
 * @returns {string}
 */
export const temporaryName = (pid) => `.main.tf.json.${pid}.tmp`

/**
 * The process whose temporary file would have this name; undefined for every other file.
 *
 * @param {string} name
 * @returns {number | undefined}
 */
export const pidOf = (name) => {
  const pid = /^\.main\.tf\.json\.([1-9]\d*)\.tmp$/.exec(name)?.[1]
  return pid === undefined ? undefined : Number(pid)
}
