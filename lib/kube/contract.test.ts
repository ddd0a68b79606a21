import { describe } from 'node:test';
import { describeContract } from './contract.testing.ts';
import { FakeApiserver } from './fake-apiserver.testing.ts';

describe('the fake apiserver', () => {
  describeContract(async () => {
    const fake = await FakeApiserver.start();
    return { access: fake.access, loseHistory: async () => fake.compact(), stop: () => fake.close() };
  });
});
