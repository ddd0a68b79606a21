/** Bounds that planners have to know, apart from the schemas: those take more memory than all that reads them. */

/** Nodes under disruption at once, whatever a budget says: more make an object that nobody can read. */
export const MAX_IN_FLIGHT = 1024;

/** What a Rollout wants nodes to run: one image for all, and those of NodePools that have their own. */
export const MAX_TARGETS = 64;
/** Of configuration, in one rollout. */
export const MAX_LAYERS = 128;
