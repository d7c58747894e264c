/**
 * Passkeys of this device, for live pages: questions and answers are JSON as the server's library reads and writes them.
 *
 * - `create(question)` makes one, `get(question)` shows one; both answer with JSON, or with an empty text when the person gave up.
 * - `offer(root, question)` answers when the person picks a passkey from the list under the address field, or presses `#passkey` in `root`.
 */
type Json = Record<string, any>;

const bytes = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0)).buffer;

const text = (value: ArrayBuffer | null): string | undefined =>
  value ? btoa(String.fromCharCode(...new Uint8Array(value))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : undefined;

const described = (list?: Json[]) => list?.map((one) => ({ ...one, id: bytes(one.id) })) as PublicKeyCredentialDescriptor[] | undefined;

const supported = () => typeof PublicKeyCredential === 'function' && !!navigator.credentials;

let waiting: AbortController | null = null;

const create = async (question: string): Promise<string> => {
  const asked = JSON.parse(question);
  try {
    const made = (await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: described(asked.excludeCredentials),
      },
    })) as PublicKeyCredential;
    const response = made.response as AuthenticatorAttestationResponse;
    return JSON.stringify({
      id: made.id,
      rawId: text(made.rawId),
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
        transports: response.getTransports ? response.getTransports() : [],
      },
      type: made.type,
      clientExtensionResults: made.getClientExtensionResults(),
      authenticatorAttachment: made.authenticatorAttachment,
    });
  } catch (gaveUp) {
    return '';
  }
};

const get = async (question: string, quietly = false): Promise<string> => {
  waiting?.abort();
  const mine = (waiting = new AbortController());
  const asked = JSON.parse(question);
  try {
    const shown = (await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: described(asked.allowCredentials) },
      signal: mine.signal,
      ...(quietly ? { mediation: 'conditional' as CredentialMediationRequirement } : {}),
    })) as PublicKeyCredential;
    const response = shown.response as AuthenticatorAssertionResponse;
    return JSON.stringify({
      id: shown.id,
      rawId: text(shown.rawId),
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: text(response.userHandle),
      },
      type: shown.type,
      clientExtensionResults: shown.getClientExtensionResults(),
      authenticatorAttachment: shown.authenticatorAttachment,
    });
  } catch (gaveUp) {
    return '';
  }
};

const offer = (root: HTMLElement, question: string): Promise<string> =>
  new Promise((resolve) => {
    const button = root.querySelector<HTMLButtonElement>('#passkey');
    if (!supported()) return;
    if (button) {
      button.hidden = false;
      button.onclick = async () => resolve(await get(question));
    }
    const conditional = (PublicKeyCredential as any).isConditionalMediationAvailable;
    conditional?.call(PublicKeyCredential).then((yes: boolean) => {
      if (yes) get(question, true).then((answer) => answer && resolve(answer));
    });
  });

(window as any).regularsPasskey = { supported, create, get, offer };
