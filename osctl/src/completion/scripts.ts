/** What a shell is told once: whenever it completes, ask `osctl __complete` with the words up to the cursor. */

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export const SCRIPTS: Readonly<Record<Shell, string>> = {
  // bash breaks words at @ : = too, and replaces only what is after the last break: the part before it is taken off again.
  bash: `# bash completion of osctl: source <(osctl completion bash)
_osctl() {
  local line="\${COMP_LINE:0:COMP_POINT}" candidate prefix
  local -a words candidates
  read -ra words <<<"$line"
  [[ "$line" == *[[:space:]] ]] && words+=("")
  prefix="\${words[\${#words[@]} - 1]}"
  prefix="\${prefix%"\${COMP_WORDS[COMP_CWORD]}"}"
  COMPREPLY=()
  mapfile -t candidates < <(osctl __complete "\${words[@]:1}" 2>/dev/null)
  if [ "\${candidates[0]-}" = ":files" ]; then
    compopt -o default 2>/dev/null
    return
  fi
  for candidate in "\${candidates[@]}"; do
    candidate="\${candidate%%$'\\t'*}"
    COMPREPLY+=("\${candidate#"$prefix"}")
  done
}
complete -F _osctl osctl
`,
  zsh: `#compdef osctl
# zsh completion of osctl: source <(osctl completion zsh) after compinit; or a file _osctl in a directory of fpath
_osctl() {
  local -a lines candidates
  local line
  lines=("\${(@f)$(osctl __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ "\${lines[1]}" == ":files" ]]; then
    _files
    return
  fi
  for line in "\${lines[@]}"; do
    [[ -n "$line" ]] && candidates+=("\${\${line//:/\\\\:}/$'\\t'/:}")
  done
  (( \${#candidates} )) && _describe osctl candidates
}
# From fpath this file is the function itself, at its first call.
if [[ "\${funcstack[1]}" == _osctl ]]; then
  _osctl "$@"
else
  compdef _osctl osctl
fi
`,
  fish: `# fish completion of osctl: osctl completion fish | source
function __osctl_complete
  set -l words (commandline -opc)
  set -l lines (osctl __complete $words[2..-1] (commandline -ct) 2>/dev/null)
  if test "$lines[1]" = ":files"
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $lines
  end
end
complete -c osctl -f -a '(__osctl_complete)'
`,
};
