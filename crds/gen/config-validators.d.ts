// Generated from crds/config by npm run gen. Do not edit.
import type { ValidateFunction } from 'ajv';

export declare const SystemConfig: ValidateFunction;
export declare const NetworkConfig: ValidateFunction;
export declare const ClusterConfig: ValidateFunction;
export declare const KubeletConfig: ValidateFunction;
export declare const RegistryConfig: ValidateFunction;
export declare const TrustConfig: ValidateFunction;
