import type * as vscode from 'vscode';
import type { RpcMessage, Transport } from '../../protocol/rpc';

/** Messages to and from one webview. Buffers cannot move there; VS Code copies typed arrays efficiently. */
export function webviewTransport(webview: vscode.Webview): Transport {
  return {
    send: (message: RpcMessage) => void webview.postMessage(message),
    listen: receiver => {
      const subscription = webview.onDidReceiveMessage(receiver);
      return () => subscription.dispose();
    },
  };
}
