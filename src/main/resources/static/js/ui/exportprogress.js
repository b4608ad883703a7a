import { fill, h } from './dom.js'

const MEGABYTE = 1_000_000

/**
 * Says how far a download is: seconds while the service prepares it, bytes once they come. How long it will take nobody
 * knows before the end, so nothing is guessed.
 * @param {{t: Function, format: object}} options
 */
export function createExportProgress({ t, format }) {
  // Not announced: a reader would be interrupted every second.
  const element = h('p', { class: 'hint', testid: 'export-progress', hidden: true })
  let timer = null
  let started = 0

  const show = (text) => fill(element, text)

  return {
    element,
    start() {
      started = Date.now()
      element.hidden = false
      show(t('export.preparing', { seconds: 0 }))
      timer = setInterval(
        () => show(t('export.preparing', { seconds: Math.round((Date.now() - started) / 1000) })),
        1000,
      )
    },
    /** @param {number} received */
    bytes(received) {
      clearInterval(timer)
      show(t('export.received', { megabytes: format.number(received / MEGABYTE, 1) }))
    },
    stop() {
      clearInterval(timer)
      element.hidden = true
    },
  }
}
