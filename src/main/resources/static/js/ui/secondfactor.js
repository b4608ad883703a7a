import { beginSecondFactor, confirmSecondFactor, loadSecondFactor, newRecoveryCodes, removeSecondFactor } from '../api/accounts.js'
import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { openSecret } from './secretdialog.js'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * The second factor of the own account: set up, new recovery codes, remove.
 * @param {{t: Function, format: object, username: string, reason?: string, onSet?: () => void}} context
 *   reason: said first where the account has to set one up; onSet: when that is done
 */
export function openSecondFactor({ t, format, username, reason, onSet }) {
  const body = h('div', { class: 'stack' })
  const problem = h('div')
  let typed = false
  const dialog = openDialog({ title: t('factor.title'), t, testid: 'factor-dialog', isTyped: () => typed }, body, problem)
  draw()

  const step = (...children) => (fill(problem), fill(body, ...children), body.querySelector('input')?.focus())

  async function draw() {
    try {
      const state = await loadSecondFactor()
      if (state.setAt) drawSet(state)
      else drawUnset()
    } catch (error) {
      fill(problem, problemBox(error, t, draw))
    }
  }

  /** @param {(values: string[]) => Promise<void>} run */
  function form(inputs, buttons, run) {
    return h(
      'form',
      {
        class: 'stack',
        on: {
          async submit(event) {
            event.preventDefault()
            typed = true
            try {
              await run(inputs.map(({ input }) => input.value), event.submitter?.value)
            } catch (error) {
              fill(problem, problemBox(error, t))
            }
          },
        },
      },
      inputs.map(({ label, input, hint }) => field(t(label), input, { hint: hint && t(hint) })),
      h('div', { class: 'actions' }, buttons),
    )
  }

  const password = () => ({
    label: 'account.current',
    input: h('input', { type: 'password', autocomplete: 'current-password', required: true, testid: 'factor-password' }),
  })
  const code = (hint) => ({
    label: 'factor.code',
    hint,
    input: h('input', { type: 'text', autocomplete: 'one-time-code', maxlength: '40', required: true, testid: 'factor-code' }),
  })
  const button = (testid, key, kind = 'button-primary', value = '') =>
    h('button', { type: 'submit', class: `button ${kind}`, value, testid, text: t(key) })

  function drawUnset() {
    step(
      reason && h('p', { class: 'notice notice-info' }, icon('info'), h('span', { text: reason })),
      h('p', { text: t('factor.what') }),
      form([password()], [button('factor-begin', 'factor.begin')], async ([current]) => drawBegun(await beginSecondFactor(current))),
    )
  }

  function drawBegun({ secret, qr }) {
    step(
      h('p', { text: t('factor.scan') }),
      picture(qr, t('factor.picture')),
      h('p', { class: 'muted', text: t('factor.typeIt') }),
      h('code', { class: 'secret', testid: 'factor-secret', tabindex: '0', text: secret }),
      form([code('factor.codeHint')], [button('factor-confirm', 'factor.confirm')], async ([typedCode]) =>
        tell(await confirmSecondFactor(typedCode), onSet),
      ),
    )
  }

  function drawSet({ setAt, recoveryCodesLeft }) {
    step(
      h('p', { testid: 'factor-state', text: t('factor.isSet', { time: format.instant(setAt), count: recoveryCodesLeft }) }),
      recoveryCodesLeft < 3 && h('p', { class: 'notice notice-warning' }, icon('warning'), h('span', { text: t('factor.fewLeft') })),
      form(
        [password(), code('factor.anyCode')],
        [button('factor-codes', 'factor.newCodes', 'button-primary', 'codes'), button('factor-remove', 'factor.remove', 'button-danger', 'remove')],
        async ([current, typedCode], what) => {
          if (what !== 'remove') return tell(await newRecoveryCodes(current, typedCode))
          await removeSecondFactor(current, typedCode)
          typed = false
          await draw()
        },
      ),
    )
  }

  function tell(codes, onClose) {
    typed = false
    dialog.close()
    openSecret(
      { t },
      { title: t('factor.codesOf', { name: username }), text: t('factor.codesText'), secret: codes.join('\n'), onClose },
    )
  }
}

/** Dark on light whatever the colours of the page: cameras want it so. */
function picture({ size, path }, label) {
  const svg = document.createElementNS(SVG, 'svg')
  const modules = document.createElementNS(SVG, 'path')
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, class: 'qr-code', 'shape-rendering': 'crispEdges' }))
    svg.setAttribute(name, value)
  modules.setAttribute('d', path)
  svg.append(modules)
  return svg
}
