/**
 * What the planner is to take pages and rows to cost. The tables of a province lie in memory: there a page costs no more than the
 * next one, or than a row. The defaults speak of disks, and have whole tables read where ten rows are looked for.
 */
export const costs = { seq_page_cost: '0.1', random_page_cost: '0.1', cpu_tuple_cost: '0.1' };
