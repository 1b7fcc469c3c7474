// Runs inside VS Code's extension host: the packaged behaviour through VS Code's own API.

import './suite/diagnostics.ts';
import './suite/features.ts';
import './suite/living.ts';
import './suite/yaml.ts';
