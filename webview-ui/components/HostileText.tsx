import { visiblePieces } from '../shared/visibleText';

/**
 * Text of a file: text nodes only, isolated from the text around it, special characters made visible, line breaks kept
 * if `lines` is set.
 */
export function HostileText({ text, lines = false }: { text: string; lines?: boolean }) {
  const pieces = visiblePieces(text);
  if (pieces.length === 0) return null;
  return (
    <bdi>
      {pieces.map((piece, index) =>
        piece.kind === 'plain' ? (
          piece.text
        ) : (
          <span key={index} class="special" title={piece.title}>
            {piece.text}
            {lines && piece.title === 'U+000A' ? '\n' : ''}
          </span>
        ),
      )}
    </bdi>
  );
}
