import type { Command, Option } from 'commander';

/** Shells that a completion script can be printed for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** What a shell must know about one command. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Values of its arguments, where they are a closed list. */
  readonly values: readonly string[];
}

interface CompletedOption {
  /** `--profile`, `-p`. */
  readonly names: readonly string[];
  readonly summary: string;
  readonly takesValue: boolean;
  /** Values to offer; empty: file names. */
  readonly values: readonly string[];
  /** True if any file may be named beside the values. */
  readonly orFile: boolean;
}

const BUILTIN = /builtin:[\w.-]+\w/g;

/** The completion script of a shell for the commands as they are defined. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  const all = commands.map(completed);
  switch (shell) {
    case 'bash':
      return bash(all);
    case 'zsh':
      return zsh(all);
    case 'fish':
      return fish(all);
  }
}

function completed(command: Command): Completed {
  return {
    name: command.name(),
    summary: firstSentence(command.description()),
    options: command.options.filter(option => !option.hidden).map(completedOption),
    values: command.registeredArguments.flatMap(argument => argument.argChoices ?? []),
  };
}

function completedOption(option: Option): CompletedOption {
  return {
    names: [option.long, option.short].filter(name => name !== undefined && name !== null),
    summary: firstSentence(option.description),
    takesValue: option.required || option.optional,
    // The shipped profiles stand in the description, because a profile may also be any file.
    values: option.argChoices ?? option.description.match(BUILTIN) ?? [],
    orFile: option.argChoices === undefined,
  };
}

const firstSentence = (text: string): string => text.split(/[.;:](?: |$)| \(/)[0]!.trim();
const namesOf = (options: readonly CompletedOption[]): string[] => options.flatMap(o => o.names);

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const values_ = options.filter(o => o.takesValue && o.values.length > 0);
    const files = options.filter(o => o.takesValue && o.values.length === 0);
    const lines = [
      ...values_.map(o => `        ${o.names.join('|')}) offer "${o.values.join(' ')}"; return ;;`),
      ...(files.length > 0 ? [`        ${namesOf(files).join('|')}) return ;;`] : []),
    ];
    return [
      `    ${name})`,
      ...(lines.length > 0 ? ['      case "$previous" in', ...lines, '      esac'] : []),
      `      if [[ $current == -* ]]; then offer "${[...namesOf(options), '--help'].join(' ')}"`,
      `      else offer "${values.join(' ')}"; fi ;;`,
    ].join('\n');
  });
  return `# bash completion for deidbench: source <(deidbench completion bash)
_deidbench() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local words=("\${COMP_WORDS[@]}") colon
  # bash cuts words at colons, and names such as builtin:tcia hold one.
  if [[ $previous == : ]]; then colon=\${COMP_WORDS[COMP_CWORD-2]}:; previous=\${COMP_WORDS[COMP_CWORD-3]}
  elif [[ $current == : ]]; then colon=$previous:; current=; previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  offer() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$colon$current")
    COMPREPLY=("\${COMPREPLY[@]#"$colon"}")
  }
  if (( COMP_CWORD == 1 )); then
    offer "${[...commands.map(c => c.name), 'help', '--help', '--version'].join(' ')}"
    return
  fi
  case "\${words[1]}" in
${cases.join('\n')}
  esac
}
complete -o bashdefault -o default -F _deidbench deidbench
`;
}

function zsh(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;
  const escaped = (text: string): string => text.replace(/[[\]\\:]/g, '\\$&');
  const list = commands.map(c => `    ${quoted(`${c.name}:${escaped(c.summary)}`)}`).join('\n');
  const specs = (option: CompletedOption): string[] => {
    const values = option.values.map(escaped).join(' ');
    const files = values === '' ? '_files' : `{compadd -- ${values}; _files}`;
    const action = option.orFile ? files : `(${values})`;
    const value = option.takesValue ? `:value:${action}` : '';
    return option.names.map(name => `        ${quoted(`*${name}[${escaped(option.summary)}]${value}`)} \\`);
  };
  const cases = commands.map(({ name, options, values }) =>
    [
      `    ${name})`,
      '      _arguments \\',
      ...options.flatMap(specs),
      `        '--help[Show help]' \\`,
      `        ${quoted(`*:argument:${values.length > 0 ? `(${values.join(' ')})` : '_files'}`)} ;;`,
    ].join('\n'),
  );
  return `#compdef deidbench
# zsh completion for deidbench: deidbench completion zsh > "\${fpath[1]}/_deidbench"
_deidbench() {
  local -a commands
  commands=(
${list}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [[ \${funcstack[1]} == _deidbench ]]; then _deidbench "$@"; else compdef _deidbench deidbench; fi
`;
}

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = ['# fish completion for deidbench: deidbench completion fish | source'];
  for (const { name, summary } of commands)
    lines.push(`complete -c deidbench -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`);
  for (const { name, options, values } of commands) {
    const when = quoted(`__fish_seen_subcommand_from ${name}`);
    if (values.length > 0) lines.push(`complete -c deidbench -n ${when} -f -a ${quoted(values.join(' '))}`);
    for (const option of options) {
      const flags = option.names.map(n => (n.startsWith('--') ? `-l ${n.slice(2)}` : `-s ${n.slice(1)}`));
      const value = !option.takesValue ? '' : option.orFile ? ' -r' : ' -x';
      const offered = option.values.length > 0 ? ` -a ${quoted(option.values.join(' '))}` : '';
      lines.push(`complete -c deidbench -n ${when} ${flags.join(' ')}${value}${offered} -d ${quoted(option.summary)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
