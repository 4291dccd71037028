// The one place that names ECharts: only what the trend needs, drawn as SVG so that CSS variables follow the theme.
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, SVGRenderer]);

export { init };
