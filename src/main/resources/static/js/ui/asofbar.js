import { byId, fill, h } from './dom.js'
import { icon } from './icons.js'

/**
 * Over the map, as long as statuses of a past day are shown: which day, and the way back to now.
 * @param {{t: Function, format: object, onNow: () => void}} options
 */
export function createAsOfBar({ t, format, onNow }) {
  const host = byId('as-of-bar')
  return {
    /** @param {{asOf: string|null}} state */
    update({ asOf }) {
      host.hidden = !asOf
      fill(
        host,
        asOf && [
          icon('calendar', 18),
          h('span', { text: t('asOf.bar', { day: format.day(asOf) }) }),
          h('button', {
            type: 'button',
            class: 'button button-small',
            testid: 'as-of-now',
            text: t('asOf.now'),
            on: {
              click() {
                onNow()
                byId('map').focus()
              },
            },
          }),
        ],
      )
    },
  }
}
