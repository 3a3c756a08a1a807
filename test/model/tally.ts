/** How often what happened. A model in which nothing happens proves nothing. */
export type Tally = Record<string, number>;
