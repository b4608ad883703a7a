import { debounce, fill, h } from './dom.js'
import { icon } from './icons.js'

const QUIET_MS = 400

/**
 * A quiet notice beside the form: the same may be on record already. It never stands in the way of saving.
 * @param {{t: Function, format: object, allowed: boolean,
 *   load: (mark: object, options: {signal: AbortSignal}) => Promise<object[]>}} options allowed = the account may see points
 */
export function createDuplicateHint({ t, format, allowed, load }) {
  const element = h('div', { class: 'duplicates', role: 'status', testid: 'mark-duplicates', hidden: true })
  let asked = ''
  let running = null

  const later = debounce(async (mark) => {
    running?.abort()
    running = new AbortController()
    try {
      show(await load(mark, { signal: running.signal }))
    } catch {
      // Without a network there is no hint; whoever marks must not be bothered with that.
      show([])
    }
  }, QUIET_MS)

  function show(found) {
    element.hidden = found.length === 0
    fill(
      element,
      found.length > 0 && [
        h('p', { class: 'duplicates-title' }, icon('info', 18), h('strong', { text: t('duplicates.title') })),
        h('ul', { class: 'plain-list' }, found.map(line)),
      ],
    )
  }

  function line(incident) {
    const words = t('duplicates.line', {
      category: incident.categoryName,
      time: format.instant(incident.occurredAt),
      meters: format.count(incident.distanceMeters),
    })
    return h(
      'li',
      {},
      h('a', {
        href: `/?selected=incident:${encodeURIComponent(incident.id)}`,
        target: '_blank',
        rel: 'noopener',
        text: words,
      }),
    )
  }

  return {
    element,
    /** @param {{longitude: number|null, latitude: number|null, occurredAt: string|null, except?: string}} mark */
    ask({ longitude, latitude, occurredAt, except }) {
      if (!allowed || longitude === null || !occurredAt || navigator.onLine === false) return
      const mark = { longitude: longitude.toFixed(6), latitude: latitude.toFixed(6), occurredAt, except }
      const key = JSON.stringify(mark)
      if (key === asked) return
      asked = key
      later(mark)
    },
  }
}
