import { CircleCheck, CircleDashed, CircleHelp, CircleSlash, CircleX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  captured: CircleCheck,
  verified: CircleCheck,
  pending: CircleDashed,
  declined: CircleX,
  refused: CircleX,
  unsent: CircleSlash,
  unknown: CircleHelp,
  undecided: CircleHelp,
  unverifiable: CircleHelp,
};

/** A status as a word with an icon and a colour, so that colour alone carries no meaning. */
export function Status({ of }: { readonly of: string }): ReactNode {
  const Icon = ICONS[of] ?? CircleDashed;
  return (
    <span className="status" data-status={of}>
      <Icon aria-hidden size={15} strokeWidth={2.25} />
      {of}
    </span>
  );
}
