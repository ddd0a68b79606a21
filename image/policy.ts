import type { ImageFile } from './contents.ts';
import { resolveLink } from './libraries.ts';

export interface Violation {
  readonly path: string;
  readonly rule:
    | 'kind'
    | 'owner'
    | 'set-id'
    | 'capability'
    | 'writable'
    | 'script'
    | 'forbidden-program'
    | 'not-a-program'
    | 'architecture'
    | 'missing-library'
    | 'dangling-link';
  readonly message: string;
}

/** Shells, interpreters, ways in, package managers and tools for fetching and becoming somebody else, by file name. */
const FORBIDDEN_NAMES = new RegExp(
  `^(?:${[
    'sh|bash|rbash|dash|ash|zsh|ksh\\w*|mksh|csh|tcsh|fish|nu|pwsh|busybox\\S*|toybox|elvish',
    'env|xargs|find|awk|gawk|mawk|nawk|sed|ed|vi|vim\\S*|nano|expect|script|screen|tmux|make|gdb|strace',
    'perl\\S*|python\\S*|pypy\\S*|ruby\\S*|lua\\S*|tclsh\\S*|php\\S*|guile\\S*|java|qjs|bun|deno|npm|npx|corepack|yarn|pnpm',
    'dpkg\\S*|apt|apt-\\S+|rpm|yum|dnf|apk|pacman|zypper|snap|pip\\S*|gem|cargo|go',
    'sshd?|dropbear\\S*|scp|sftp\\S*|telnetd?|rlogin|rsh|rexec|in\\.\\S+d|nc|ncat|netcat|socat|curl|wget',
    'su|sudo|doas|pkexec|login|passwd|newgrp|sulogin|a?getty|chsh|chroot|nsenter|unshare|setpriv|runuser',
    'systemd|init|systemctl|crond?|atd',
  ].join('|')})$`,
);

/** A renamed shell or interpreter still carries these texts. Texts that Go's or Node's libraries mention are of no use here. */
export const SIGNATURES: readonly (readonly [program: string, text: string])[] = [
  ['busybox', 'BusyBox v1.'],
  ['toybox', 'toybox-'],
  ['bash', 'GNU bash, version'],
  ['dash', 'Bad substitution'],
  ['mksh', 'KSH_VERSION'],
  ['zsh', 'zsh/zle'],
  ['perl', 'PERL5LIB'],
  ['python', 'Py_InitializeFromConfig'],
  ['ruby', 'RUBYOPT'],
  ['lua', 'lua_newstate'],
  ['lua', 'LUA_PATH'],
  ['sshd', 'sshd_config'],
  ['dropbear', 'dropbear_'],
];

const LIBRARY_DIRECTORIES = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'usr/lib64', 'usr/lib'];

/**
 * Says what in an image breaks the promise: one API, no other way in, nothing that could be one.
 * The one interpreter that is allowed is /usr/bin/node.
 */
export function checkImage(files: ReadonlyMap<string, ImageFile>, architecture: 'amd64' | 'arm64'): Violation[] {
  return [...files.values()].flatMap((file) => checkFile(file, files, architecture));
}

function checkFile(
  file: ImageFile,
  files: ReadonlyMap<string, ImageFile>,
  architecture: 'amd64' | 'arm64',
): Violation[] {
  const found: Violation[] = [];
  const say = (rule: Violation['rule'], message: string) => found.push({ path: file.path, rule, message });
  const name = file.path.split('/').at(-1) ?? '';
  const program = file.type === 'file' && ((file.mode & 0o111) !== 0 || file.elf !== undefined);

  if (!['file', 'directory', 'symlink', 'link'].includes(file.type)) say('kind', `is a ${file.type}`);
  if (name.startsWith('.wh.')) say('kind', 'is a whiteout: its layer should not have had the file at all');
  if (file.uid !== 0 || file.gid !== 0) say('owner', `belongs to ${file.uid}:${file.gid}`);
  if ((file.mode & 0o6000) !== 0) say('set-id', `has mode ${file.mode.toString(8)}`);
  if (file.attributes.length > 0) say('capability', `has extended attributes ${file.attributes.join(', ')}`);
  if (file.type !== 'symlink' && (file.mode & 0o022) !== 0) say('writable', `has mode ${file.mode.toString(8)}`);
  if (file.script) say('script', 'begins with #!');
  if ((program || file.type === 'symlink' || file.type === 'link') && FORBIDDEN_NAMES.test(name)) {
    say('forbidden-program', 'has the name of a shell, interpreter, package manager or way in');
  }
  if (file.path !== 'usr/bin/node' && file.signatures.length > 0) {
    say('forbidden-program', `holds texts of ${file.signatures.join(', ')}`);
  }
  if (file.type === 'file' && (file.mode & 0o111) !== 0 && file.elf === undefined) {
    say('not-a-program', 'may be executed but is no ELF file');
  }
  if (file.elf === 'unreadable') say('architecture', 'is an ELF file that cannot be read');
  else if (file.elf !== undefined) {
    if (file.elf.machine !== architecture) say('architecture', `is for ${file.elf.machine}, not ${architecture}`);
    if (file.elf.runPath !== undefined) say('missing-library', `looks for libraries in ${file.elf.runPath}`);
    const { interpreter } = file.elf;
    if (interpreter !== undefined && follow(interpreter.slice(1), files) === undefined) {
      say('missing-library', `needs ${interpreter}`);
    }
    for (const library of file.elf.needed) {
      if (!LIBRARY_DIRECTORIES.some((directory) => follow(`${directory}/${library}`, files)?.elf !== undefined)) {
        say('missing-library', `needs ${library}`);
      }
    }
  }
  if (file.target !== undefined && follow(file.path, files) === undefined)
    say('dangling-link', `leads to ${file.target}`);
  return found;
}

/** The file at the end of a path's links. */
function follow(path: string, files: ReadonlyMap<string, ImageFile>): ImageFile | undefined {
  let current = resolveLink('', `/${path}`);
  for (let hops = 0; hops < 16; hops += 1) {
    const file = files.get(files.has(path) && hops === 0 ? path : current);
    if (file?.target === undefined) return file;
    current = file.type === 'link' ? file.target : resolveLink(file.path, file.target);
  }
  return undefined;
}
