import { byId, fill, focusAgain, h } from './dom.js'
import { icon } from './icons.js'

/** Short messages, read out by screen readers; errors stay until they are closed. */
export function createMessages({ t }) {
  const host = byId('messages')
  const live = byId('live')

  function show(kind, text, action) {
    const before = /** @type {HTMLElement} */ (document.activeElement)
    const close = () => {
      const hadFocus = box.contains(document.activeElement)
      box.remove()
      if (hadFocus) focusAgain(before)
    }
    const box = h(
      'div',
      { class: `message message-${kind}`, testid: 'message', role: kind === 'error' ? 'alert' : 'status' },
      icon(kind === 'error' ? 'warning' : kind === 'success' ? 'check' : 'info'),
      h('p', { text }),
      action &&
        h('button', {
          type: 'button',
          class: 'link-button',
          text: action.label,
          on: { click: () => (close(), action.run()) },
        }),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': t('common.close'), on: { click: close } },
        icon('close', 18),
      ),
    )
    fill(host, box)
    // What offers something to do leaves time to decide.
    if (kind !== 'error') setTimeout(close, action ? 20_000 : 7000)
  }

  return {
    info: (text, action) => show('info', text, action),
    success: (text, action) => show('success', text, action),
    error: (text, action) => show('error', text, action),
    clear: () => fill(host),
    /** Only for screen readers. @param {string} text */
    announce(text) {
      live.textContent = text
    },
  }
}

/** @param {Error} error @param {(key: string) => string} t @returns {string} what a person can act on */
export function textOf(error, t) {
  if (error?.name !== 'ApiProblem') return t('error.unexpected')
  if (error.status === 0) return t('error.offline')
  return error.problem.detail || error.problem.title || t('error.server')
}

/** Asking again helps where the server was not reached or failed, not where it has said no. */
const mayPass = (error) => error?.name !== 'ApiProblem' || error.status === 0 || error.status >= 500

/** A closed box with what went wrong inside a form or a list. */
export function problemBox(error, t, onRetry) {
  return h(
    'div',
    { class: 'notice notice-error', role: 'alert' },
    icon('warning'),
    h('p', { text: textOf(error, t) }),
    onRetry &&
      mayPass(error) &&
      h('button', { type: 'button', class: 'button button-small', text: t('common.retry'), on: { click: onRetry } }),
  )
}
