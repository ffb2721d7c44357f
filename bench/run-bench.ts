/**
 * Runs a measurement as a program: an error is told in its message alone and ends with 1, and so does an answer of false.
 *
 * @param main answers false where what was measured did not keep to its bound
 */
export async function runBench(main: () => Promise<unknown>): Promise<void> {
  try {
    if ((await main()) === false) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
