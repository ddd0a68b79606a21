/** RegistryConfig: where images come from. */
import Type, { type Static } from 'typebox';
import { closed, registryHost } from './schema.ts';

export const RegistryConfigSchema = Type.Object(
  {
    /** Tried in order before the registry itself. */
    mirrors: Type.Optional(
      Type.Record(
        Type.String({ pattern: registryHost }),
        Type.Object(
          {
            endpoints: Type.Array(
              Type.String({
                pattern:
                  '^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$',
                maxLength: 512,
                description: 'a URL such as http://10.5.0.250:5000',
              }),
              { minItems: 1, maxItems: 8, description: 'a list of 1 to 8 URLs' },
            ),
          },
          { ...closed, description: 'a map with endpoints' },
        ),
        { ...closed, maxProperties: 32, description: 'a map of registry host to its mirrors' },
      ),
    ),
    auth: Type.Optional(
      Type.Record(
        Type.String({ pattern: registryHost }),
        Type.Object(
          {
            username: Type.String({ minLength: 1, maxLength: 256, description: 'a string' }),
            password: Type.String({ minLength: 1, maxLength: 8192, description: 'a string', secret: true }),
          },
          { ...closed, description: 'a map of username and password' },
        ),
        { ...closed, maxProperties: 32, description: 'a map of registry host to credentials' },
      ),
    ),
  },
  { ...closed, description: 'a map' },
);
export type RegistryConfig = Static<typeof RegistryConfigSchema>;
