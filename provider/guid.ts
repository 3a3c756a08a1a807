/** 8-4-4-4-12 hexadecimal digits: Microsoft's ids are not all RFC 9562. */
export const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** It stands for "none": the group of an environment that is in none, in the older admin API. */
export const emptyGuid = "00000000-0000-0000-0000-000000000000";
export const isGuid = (text: string): boolean => guidPattern.test(text);
