import type { Objection } from '../../diagnostics/finding.ts'
import type { TofuBinary } from '../../outside/tofu/binary.port.ts'

const tooling = 'J.7.0 §2'

const form = ({ form: found, path, namesOpenTofu }: TofuBinary): ReadonlyArray<Objection> => {
  const expected = 'OpenTofu itself, a program that was built from it'
  const remedy = 'install a release of OpenTofu, or name the program behind a version switcher: --tofu PATH'
  if (found !== 'ELF' && found !== 'Mach-O')
    return [
      {
        id: 'tofu-itself',
        clause: tooling,
        expected,
        actual: `${path} is ${found === 'script' ? 'a script' : 'no program'}`,
        remedy
      }
    ]
  return namesOpenTofu
    ? []
    : [{ id: 'tofu-itself', clause: tooling, expected, actual: `${path} was built from something else`, remedy }]
}

const place = ({ path, realPath }: TofuBinary, project: string): ReadonlyArray<Objection> =>
  [path, realPath].some((one) => one === project || one.startsWith(`${project.replace(/\/+$/, '')}/`))
    ? [
        {
          id: 'tofu-outside',
          clause: tooling,
          expected: 'a tofu of this machine',
          actual: `${path} belongs to the project: whoever changes the project would change it`,
          remedy: 'name the tofu of this machine: --tofu PATH'
        }
      ]
    : []

const hands = ({ changeable }: TofuBinary): ReadonlyArray<Objection> =>
  changeable.map((path) => ({
    id: 'tofu-unchanged-by-others',
    clause: 'J.7.0 §7',
    expected: 'a tofu that only you and the administrator of this machine can change',
    actual: `others can change ${path}`,
    remedy: 'install it where they cannot, or take their right to write away'
  }))

/** What is against running a program as tofu, before it is run. Nothing here proves that a program is not made to deceive. */
export const judgeBinary = (binary: TofuBinary, project: string): ReadonlyArray<Objection> => [
  ...form(binary),
  ...place(binary, project),
  ...hands(binary)
]
