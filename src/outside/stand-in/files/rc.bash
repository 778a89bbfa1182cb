# What the shell of a sandbox reads when it begins: the programs by their names, and who is working.

# The repository's programs go the way that the shell names, unless the command line names one.
npm() {
  case " $* " in
  ' run seed '* | ' run preflight '* | ' run tofu '* | ' run -s seed '* | ' run -s preflight '* | ' run -s tofu '*)
    local way=(--proxy "$HTTPS_PROXY" --ca-bundle "$AWS_CA_BUNDLE")
    case " $* " in
    *' --proxy '*) way=() ;;
    *' -- '*) ;;
    *) way=(-- "${way[@]}") ;;
    esac
    command npm "$@" "${way[@]}"
    ;;
  *) command npm "$@" ;;
  esac
}

_program() {
  local name=$1 word
  shift
  for word in "$@"; do
    case $word in *.ts | --help | -h | --version)
      npm run -s "$name" -- "$@"
      return
      ;;
    esac
  done
  npm run -s "$name" -- "stacks/$SANDBOX_STACK.ts" "$@"
}
emit() { command npm run -s emit -- "$@"; }
seed() { _program seed "$@"; }
preflight() { _program preflight "$@"; }

# init, plan and apply go through the guard; everything else is OpenTofu itself, as `command tofu` is.
tofu() {
  case "${1-}" in
  init | plan | apply | stacks/*) _program tofu "$@" ;;
  *) command tofu "$@" ;;
  esac
}

as() {
  local who
  who=$(_sandbox as "$@") || return
  eval "$who"
}
use() { as bootstrap "$@"; }
break() { if [ $# -eq 1 ] && [[ $1 != [0-9]* ]]; then _sandbox break "$1"; else builtin break "$@"; fi; }
check() { _sandbox check; }
mfa() { _sandbox mfa; }
tour() { _sandbox tour "$@"; }
way-out() { _sandbox way-out "$@"; }
accidents() { _sandbox --list; }
# From any folder: npm finds the programs from the project alone.
_sandbox() { (cd "$ZENTHEA_SANDBOX/project" && command npm run -s sandbox -- "$@"); }

if ! type -P aws >/dev/null; then
  aws() {
    echo 'aws: the AWS CLI is not on PATH; install it outside (pip install awscli) and begin the sandbox again' >&2
    return 127
  }
fi

PS1='SANDBOX $SANDBOX_STACK ($SANDBOX_WHO) \$ '
