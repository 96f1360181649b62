// The program is a file beside the page and is fetched from there.
export default undefined;
