const vietnam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The calendar day in Vietnam at an instant, `YYYY-MM-DD`. */
export const vietnamDay = (at: Date): string => vietnam.format(at);
