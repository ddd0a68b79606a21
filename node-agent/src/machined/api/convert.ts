/** machined's own shapes as the API's messages. */
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { FailedBootRecord, MachineStatus, OperationRecord, ServiceStatus } from '../machine/types.ts';

const OPERATION_STATES = { RUNNING: 'RUNNING_OPERATION', SUCCEEDED: 'SUCCEEDED', FAILED: 'FAILED_OPERATION' } as const;

export function operationMessage(record: OperationRecord): api.Init<api.Operation> {
  const { requestHash: _hash, request: _request, error, ...rest } = record;
  return {
    ...rest,
    state: OPERATION_STATES[record.state],
    error:
      error === undefined
        ? undefined
        : { ...error, failedBoot: error.failedBoot === undefined ? undefined : failedBootMessage(error.failedBoot) },
  };
}

export const failedBootMessage = (record: FailedBootRecord): api.Init<api.FailedBoot> => ({ ...record });

export const serviceMessage = (status: ServiceStatus): api.Init<api.ServiceStatus> => ({ ...status });

export function slotsMessage({
  boot,
  state,
  slots,
  agentHealthy,
  trialRemainingMs,
}: MachineStatus): api.Init<api.Slots> {
  const { trial } = state;
  return {
    active: state.active,
    previous: state.previous ?? '',
    booted: boot.slot,
    trial:
      trial === null
        ? undefined
        : {
            slot: trial.slot,
            attemptsLeft: trial.attemptsLeft,
            operationId: trial.operationId,
            confirmWithinMs: trial.confirmWithinMs,
            remainingMs: trialRemainingMs,
            awaitsCaller: trial.requireConfirm,
            agentHealthy,
          },
    slots: (['a', 'b'] as const).map((name) => {
      const record = slots[name];
      return {
        name,
        digest: record?.digest ?? '',
        version: record?.version ?? '',
        image: record?.image ?? '',
        bootable: record !== undefined, // a slot without its record was never whole
      };
    }),
  };
}
