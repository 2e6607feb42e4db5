import { Component } from "preact";

/**
 * A fault in drawing stays where it is: a plain sentence instead of an empty place, and what was saved stays.
 *
 * Drawn again is what failed once another `given` comes, as when the person has started afresh or gone back.
 */
export class Guard extends Component {
  /** @type {{failed: any[]}} what was given when drawing failed */
  state = { failed: [] };

  componentDidCatch() {
    const { given, onFault } = /** @type {any} */ (this.props);
    this.setState({ failed: [given] });
    onFault?.();
  }

  /**
   * @param {{message: string, children: any, given?: unknown, onFault?: () => void}} props
   * @param {{failed: any[]}} state
   */
  render({ message, children, given }, { failed }) {
    return failed.includes(given) ? <p class="exercise-notice is-problem" role="alert">{message}</p> : children;
  }
}
