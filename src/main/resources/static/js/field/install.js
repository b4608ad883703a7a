/** Brings the worker in that opens the page without a network. Browsers allow one on HTTPS and localhost only. */
export async function installWorker() {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/service-worker.js', { scope: '/', updateViaCache: 'none' })
  } catch {
    // Without it the page works as long as there is a network.
  }
}
