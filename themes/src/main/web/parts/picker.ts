import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';

export interface Choice {
  id: string;
  name: string;
  /** Tells apart who has the same name. */
  more?: string;
}

let count = 0;

/**
 * A field in which somebody types to find one of many on the server: arrows move, Enter chooses, Esc closes the list.
 * It tells `roster-pick` with the choice as `detail`.
 */
export class RosterPicker extends LitElement {
  static properties = {
    inputId: {},
    label: {},
    none: {},
    search: { attribute: false },
    text: { state: true },
    choices: { state: true },
    active: { state: true },
    failed: { state: true },
  };

  declare inputId: string;
  declare label: string;
  declare none: string;
  declare search: (text: string) => Promise<Choice[]>;
  declare text: string;
  declare choices: Choice[] | undefined;
  declare active: number;
  declare failed: string;
  private readonly list = `roster-picker-${++count}`;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor() {
    super();
    this.inputId = `${this.list}-input`;
    this.label = '';
    this.none = '';
    this.text = '';
    this.active = -1;
    this.failed = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected render(): TemplateResult {
    const open = this.choices !== undefined || !!this.failed;
    return html`<div class="roster-picker" @focusout=${this.left} @keydown=${this.keys}>
      <span class="pf-v5-c-form-control">
        <input
          id=${this.inputId}
          type="text"
          role="combobox"
          maxlength="64"
          autocomplete="off"
          aria-label=${this.label || nothing}
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls=${this.list}
          aria-activedescendant=${this.active >= 0 ? `${this.list}-${this.active}` : nothing}
          placeholder=${this.label}
          .value=${this.text}
          @input=${(e: Event) => this.typed((e.target as HTMLInputElement).value)}
          @focus=${() => this.choices ?? this.find(this.text)}
        />
      </span>
      <div class="pf-v5-c-menu roster-picker-list" ?hidden=${!open}>
        <div class="pf-v5-c-menu__content">
          <ul class="pf-v5-c-menu__list" id=${this.list} role="listbox" aria-label=${this.label || nothing}>
            ${(this.choices ?? []).map((choice, at) => this.choice(choice, at))}
          </ul>
          ${this.failed || this.choices?.length === 0
            ? html`<p class="roster-picker-none roster-faint" role="status">${this.failed || this.none}</p>`
            : nothing}
        </div>
      </div>
    </div>`;
  }

  /** Chosen before the field loses the focus, which would close the list. */
  private choice(choice: Choice, at: number): TemplateResult {
    return html`<li
      role="option"
      id="${this.list}-${at}"
      aria-selected=${at === this.active}
      class="pf-v5-c-menu__list-item roster-picker-item ${at === this.active ? 'roster-active' : ''}"
      @mousedown=${(e: Event) => {
        e.preventDefault();
        this.pick(choice);
      }}
    >
      ${choice.name}${choice.more ? html` <span class="roster-faint roster-small">${choice.more}</span>` : nothing}
    </li>`;
  }

  private typed(text: string): void {
    this.text = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(text), 200);
  }

  private async find(text: string): Promise<void> {
    const turn = ++this.turn;
    try {
      const choices = await this.search(text.trim());
      if (turn !== this.turn) return;
      this.choices = choices;
      this.failed = '';
      this.active = choices.length && text ? 0 : -1;
    } catch (e) {
      if (turn !== this.turn) return;
      this.choices = undefined;
      this.failed = e instanceof ProblemError ? e.message : String(e);
    }
  }

  private keys(e: KeyboardEvent): void {
    const { choices } = this;
    if (e.key === 'Escape' && (choices || this.failed)) this.close();
    else if (e.key === 'Enter' && choices) {
      const choice = choices[this.active];
      if (choice) this.pick(choice);
    } else if (e.key === 'ArrowDown' && choices?.length) this.move(this.active + 1, choices.length);
    else if (e.key === 'ArrowUp' && choices?.length) this.move(this.active - 1, choices.length);
    else return;
    e.preventDefault();
    e.stopPropagation();
  }

  private async move(to: number, length: number): Promise<void> {
    this.active = (to + length) % length;
    await this.updateComplete;
    this.querySelector(`#${this.list}-${this.active}`)?.scrollIntoView({ block: 'nearest' });
  }

  private pick(choice: Choice): void {
    this.close();
    this.text = '';
    this.dispatchEvent(new CustomEvent<Choice>('roster-pick', { detail: choice }));
  }

  private close(): void {
    this.turn++;
    this.choices = undefined;
    this.failed = '';
    this.active = -1;
  }

  private left(e: FocusEvent): void {
    if (!this.contains(e.relatedTarget as Node | null)) this.close();
  }
}

customElements.define('roster-picker', RosterPicker);
