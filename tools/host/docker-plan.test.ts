import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DockerFacts, planDocker } from './docker-plan.ts';

const nothing: DockerFacts = {
  address: 'unix:///var/run/docker.sock',
  engine: { state: 'silent', reason: 'ENOENT' },
  chosenByUser: false,
  dockerd: null,
  root: true,
  systemd: false,
  debian: true,
};
const answers = (version: string): DockerFacts => ({ ...nothing, engine: { state: 'answers', version } });

function message(facts: DockerFacts, done: Parameters<typeof planDocker>[1] = []): string {
  const step = planDocker(facts, done);
  assert.equal(step.step, 'give-up');
  return step.step === 'give-up' ? step.message : '';
}

test('an engine that answers is used from 20.10 on', () => {
  for (const version of ['20.10.24+dfsg1', '20.10.0', '28.2.2', '100.0']) {
    assert.deepEqual(planDocker(answers(version), []), { step: 'use', version });
  }
  for (const version of ['20.9.1', '19.03.15', '1.13.1', '']) {
    assert.match(message(answers(version)), /20\.10 is the oldest/);
  }
});

test('root on Debian: installed, then started, then given up: no step twice', () => {
  assert.deepEqual(planDocker(nothing, []), { step: 'install' });
  const installed = { ...nothing, dockerd: '/usr/sbin/dockerd' };
  assert.deepEqual(planDocker(installed, ['install']), { step: 'start', by: 'dockerd' });
  assert.deepEqual(planDocker({ ...installed, systemd: true }, []), { step: 'start', by: 'systemd' });
  assert.match(message(installed, ['install', 'start']), /did not come up/);
  assert.match(message(nothing, ['install']), /apt-get install/);
});

test('without root nothing is changed, and the message says what to type', () => {
  assert.match(message({ ...nothing, root: false }), /sudo apt-get install -y docker\.io/);
  assert.match(message({ ...nothing, root: false, debian: false }), /docs\.docker\.com/);
  assert.match(message({ ...nothing, root: false, dockerd: '/usr/bin/dockerd' }), /sudo systemctl start docker/);
  assert.match(message({ ...nothing, root: false, engine: { state: 'forbidden' } }), /usermod -aG docker/);
});

test('an engine that the user named is never replaced by another', () => {
  const named = { ...nothing, chosenByUser: true, address: 'tcp://10.0.0.1:2375', dockerd: '/usr/sbin/dockerd' };
  assert.match(message(named), /tcp:\/\/10\.0\.0\.1:2375.*DOCKER_HOST/);
});
