import { h } from './dom.js'
import { icon } from './icons.js'

const ICONS = { done: 'check', missing: 'warning', advised: 'info' }

/** What is done and what is missing, as the service worked it out. */
export function setupChecks({ t, format }, { checks, ready, demo }) {
  const missing = checks.filter(({ state }) => state === 'missing').length
  return h(
    'section',
    { class: 'setup-card', 'aria-labelledby': 'checks-head' },
    h('h2', { id: 'checks-head', text: t('setup.checks') }),
    !demo && h('p', { testid: 'setup-ready', role: 'status', text: ready ? t('setup.ready') : t('setup.notReady', { count: format.count(missing) }) }),
    h(
      'ul',
      { class: 'setup-checks' },
      checks.map(({ key, state, have, of }) =>
        h(
          'li',
          { data: { state }, testid: `setup-check-${key}` },
          icon(ICONS[state]),
          h(
            'div',
            {},
            h('span', { text: t(`setup.check.${key}`) }),
            h('br'),
            h('strong', { text: t(`setup.state.${state}`) }),
            of > 1 && h('small', { text: ` · ${t('setup.of', { have: format.count(have), of: format.count(of) })}` }),
          ),
        ),
      ),
    ),
  )
}
