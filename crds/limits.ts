/** Bounds that planners have to know, apart from the schemas: those take more memory than all that reads them. */

/** Nodes under disruption at once, whatever a budget says: more make an object that nobody can read. */
export const MAX_IN_FLIGHT = 1024;
