import { byId, fill, h } from './dom.js'
import { icon } from './icons.js'
import { textOf } from './messages.js'

/** Over the map: that something is being loaded, or what went wrong and how to go on. */
export function createStatusCard({ t }) {
  const host = byId('status-card')
  const bar = byId('progress')
  return {
    loading() {
      bar.hidden = false
      document.body.classList.add('is-loading')
      byId('map').setAttribute('aria-busy', 'true')
      fill(host, h('p', { class: 'card-loading', text: t('map.loading') }))
    },
    /** @param {string|null} note something to know although all went well @param {{href: string, text: string}|null} [link] where to go on */
    done(note, link = null) {
      bar.hidden = true
      document.body.classList.remove('is-loading')
      byId('map').removeAttribute('aria-busy')
      fill(host, note && h('div', { class: 'card-note' }, icon('info'), h('p', { text: note }, link && [' ', h('a', link)])))
    },
    error(error, onRetry) {
      this.done(null)
      fill(
        host,
        h(
          'div',
          { class: 'card-error', role: 'alert', testid: 'load-error' },
          icon('warning', 28),
          h('h2', { text: t('map.loadFailed') }),
          h('p', { text: textOf(error, t) }),
          h('button', {
            type: 'button',
            class: 'button button-primary',
            testid: 'retry',
            text: t('common.retry'),
            on: { click: onRetry },
          }),
        ),
      )
    },
  }
}
