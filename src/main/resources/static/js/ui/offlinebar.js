import { byId, fill, h } from './dom.js'
import { icon } from './icons.js'

/** A line over the map that says how old what is shown is. */
export function createOfflineBar({ t, format }) {
  const host = byId('offline')
  return {
    /** @param {{online: boolean, dataTime: Date|null}} state */
    update({ online, dataTime }) {
      document.body.classList.toggle('is-offline', !online)
      const text = dataTime
        ? t('offline.since', { time: format.instant(dataTime.toISOString()) })
        : t('offline.now')
      fill(host, !online && h('p', { class: 'offline-text', testid: 'offline-bar' }, icon('offline', 18), h('span', { text })))
    },
  }
}
