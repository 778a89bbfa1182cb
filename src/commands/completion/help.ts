/** The shells that completion knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

/** The options of completion. */
export const COMPLETION_OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

/** What `--help` prints. */
export const COMPLETION_HELP = `Prints what a shell needs to complete zenthea: its commands, their options, and the stacks of the working directory.

  eval "$(zenthea completion bash)"     in ~/.bashrc
  eval "$(zenthea completion zsh)"      in ~/.zshrc, after compinit
  zenthea completion fish | source      in ~/.config/fish/config.fish

npm completes the names of scripts alone, so completion is for 'zenthea': the executable bin/zenthea.js on PATH (npm link).
Nothing of this project runs while you type.

Options
  --debug             show where in completion's own code a defect struck
  -h, --help          this text

Exit codes
  0  printed
  2  not understood: an unknown option, or not one of bash, zsh and fish
`
