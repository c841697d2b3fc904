/** Header in which our door tells the identity library the reader's address; what a client sends in it is overwritten. */
export const addressHeader = 'x-trongtam-address';
