/** The only user of EventSource. */

/**
 * What the service tells of incidents while the page is open; the browser connects again by itself.
 * @param {{onHello: () => void, onIncident: (event: {id: string, version: number, change: string}) => void,
 *   onMissed: () => void, onRefused: () => void}} handlers onHello with each connection; onRefused when the service says
 *   no and the browser gives up, or when a newer page of the same account took this one's place
 * @returns {{close: () => void}}
 */
export function openLive({ onHello, onIncident, onMissed, onRefused }) {
  const source = new EventSource('/api/live')
  source.addEventListener('hello', onHello)
  source.addEventListener('incident', (event) => onIncident(JSON.parse(event.data)))
  source.addEventListener('resync', onMissed)
  source.addEventListener('displaced', onRefused)
  source.addEventListener('error', () => source.readyState === EventSource.CLOSED && onRefused())
  return source
}
