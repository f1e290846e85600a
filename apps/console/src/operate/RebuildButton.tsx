import { Button } from 'react-aria-components/Button';
import { unwrap } from '#client/client.js';
import { dateline, queryClient } from '../api/client.js';
import { NeedsAdmin } from './admin-access.js';
import { projectionsQuery } from './queries.js';
import { useAction } from './use-action.js';

interface RebuildButtonProps {
  view: string;
  isBuilding: boolean;
  mayRebuild: boolean;
}

/** Begins to build a view again. */
export function RebuildButton({ view, isBuilding, mayRebuild }: RebuildButtonProps) {
  const { busy, refusal, run } = useAction();
  const rebuild = () =>
    run(async () => {
      await unwrap(dateline.POST('/v1/admin/projections/{view}/rebuild', { params: { path: { view } } }));
      await queryClient.invalidateQueries(projectionsQuery);
    });
  return (
    <div className="op-actions">
      <Button
        className="quiet-button"
        aria-label={`Rebuild ${view}`}
        isDisabled={!mayRebuild || isBuilding || busy}
        onPress={() => void rebuild()}
      >
        Rebuild
      </Button>
      {!mayRebuild && <NeedsAdmin />}
      <p role="alert" className="refusal">
        {refusal}
      </p>
    </div>
  );
}
