/** What was found out about Docker on this machine. */
export interface DockerFacts {
  /** What was asked: `unix:///var/run/docker.sock`, or DOCKER_HOST. */
  readonly address: string;
  readonly engine:
    | { readonly state: 'answers'; readonly version: string }
    /** The socket is there, and this user may not open it. */
    | { readonly state: 'forbidden' }
    | { readonly state: 'silent'; readonly reason: string };
  /** The user named the engine (DOCKER_HOST): then another one is not put in its place. */
  readonly chosenByUser: boolean;
  readonly dockerd: string | null;
  readonly root: boolean;
  /** systemd is the running init (sd_booted(3)). */
  readonly systemd: boolean;
  /** /etc/os-release is Debian's or one of its kin, and apt-get is there. */
  readonly debian: boolean;
}

export type DockerStep =
  | { readonly step: 'use'; readonly version: string }
  | { readonly step: 'install' }
  | { readonly step: 'start'; readonly by: 'systemd' | 'dockerd' }
  | { readonly step: 'give-up'; readonly message: string };

export const oldestDocker = '20.10';

/** The next thing to do for a usable engine. `done`: the steps that were taken before, so that none is taken twice. */
export function planDocker(facts: DockerFacts, done: readonly DockerStep['step'][]): DockerStep {
  const { engine } = facts;
  switch (engine.state) {
    case 'answers':
      return isNewEnough(engine.version)
        ? { step: 'use', version: engine.version }
        : giveUp(
            `The Docker Engine at ${facts.address} is ${engine.version}; ${oldestDocker} is the oldest that will do. Update it.`,
          );
    case 'forbidden':
      return giveUp(
        `This user may not use the Docker Engine at ${facts.address}. Run as root, or join its group: sudo usermod -aG docker "$USER" (then log in again).`,
      );
    case 'silent':
      break;
    default:
      throw new Error(`unknown engine state ${JSON.stringify(engine satisfies never)}`);
  }
  const silent = `No Docker Engine answers at ${facts.address} (${engine.reason}).`;
  if (facts.chosenByUser) {
    return giveUp(`${silent} DOCKER_HOST names it: start it, or unset DOCKER_HOST to use this machine's own.`);
  }
  if (!facts.root) {
    return giveUp(
      facts.dockerd !== null
        ? `${silent} It is installed; start it: sudo systemctl start docker`
        : `${silent} Install one (≥ ${oldestDocker}): ${howToInstall(facts)}`,
    );
  }
  if (facts.dockerd === null) {
    return facts.debian && !done.includes('install')
      ? { step: 'install' }
      : giveUp(`${silent} Install one (≥ ${oldestDocker}): ${howToInstall(facts)}`);
  }
  if (done.includes('start')) {
    return giveUp(`${silent} It was started and did not come up.`);
  }
  return { step: 'start', by: facts.systemd ? 'systemd' : 'dockerd' };
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [oldestMajor = 0, oldestMinor = 0] = oldestDocker.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function howToInstall(facts: DockerFacts): string {
  const sudo = facts.root ? '' : 'sudo ';
  return facts.debian
    ? `${sudo}apt-get update && ${sudo}apt-get install -y docker.io (run as root, this is done for you)`
    : 'see https://docs.docker.com/engine/install/';
}

function giveUp(message: string): DockerStep {
  return { step: 'give-up', message };
}
