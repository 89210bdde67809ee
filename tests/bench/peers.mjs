// The same three series, drawn as each library's manual says: values as labels at their points,
// animations off. Each gives back
// what an application calls to draw again, and when its chart has another width.

const YEARS = { min: 2018, max: 2036 };
const COLOURS = ['#b83e0b', '#0b6e66', '#1d4ec8'];

function echartsChart(holder, { unit, series }) {
  const chart = echarts.init(holder);
  chart.setOption({
    animation: false,
    color: COLOURS,
    xAxis: { type: 'value', ...YEARS },
    yAxis: { type: 'value', scale: true, name: unit },
    series: series.map(({ name, points }) => ({
      type: 'line',
      name,
      data: points,
      lineStyle: { type: 'dashed' },
      label: { show: true, formatter: ({ value }) => String(value[1]) },
      endLabel: { show: true, formatter: name },
    })),
  });
  // Left to itself it would wait for the next frame.
  const now = () => { chart.resize(); chart.getZr().flush(); };
  return { again: now, resize: (width) => { holder.style.width = `${width}px`; now(); } };
}

function chartjsChart(holder, { series }) {
  const canvas = holder.appendChild(document.createElement('canvas'));
  const labels = {
    id: 'labels',
    afterDatasetsDraw(chart) {
      const { ctx, data } = chart;
      ctx.font = '13px sans-serif';
      ctx.textAlign = 'center';
      data.datasets.forEach(({ borderColor, label, data: points }, index) => {
        ctx.fillStyle = borderColor;
        const places = chart.getDatasetMeta(index).data;
        places.forEach(({ x, y }, at) => {
          const name = at + 1 === places.length ? `${label} ` : '';
          ctx.fillText(name + points[at].y, x, y - 10);
        });
      });
    },
  };
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: series.map(({ name, points }, index) => ({
        label: name,
        data: points.map(([x, y]) => ({ x, y })),
        borderColor: COLOURS[index],
        borderDash: [4, 4],
      })),
    },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      scales: { x: { type: 'linear', ...YEARS } },
    },
    plugins: [labels],
  });
  chart.resize(800, 400);
  return {
    again: () => chart.update('none'),
    resize: (width) => { holder.style.width = `${width}px`; chart.resize(width, 400); },
  };
}

function uplotChart(holder, { series }) {
  const years = [...new Set(series.flatMap(({ points }) => points.map(([year]) => year)))].sort();
  const column = ({ points }) => years.map((year) => points.find(([x]) => x === year)?.[1] ?? null);
  const labels = (chart) => {
    const { ctx } = chart;
    ctx.font = `${13 * devicePixelRatio}px sans-serif`;
    ctx.textAlign = 'center';
    series.forEach(({ name, points }, index) => {
      ctx.fillStyle = COLOURS[index];
      points.forEach(([year, value], at) => {
        const text = at + 1 === points.length ? `${name} ${value}` : String(value);
        ctx.fillText(text, chart.valToPos(year, 'x', true), chart.valToPos(value, 'y', true) - 10);
      });
    });
  };
  const chart = new uPlot({
    width: 800,
    height: 400,
    scales: { x: { time: false, range: [YEARS.min, YEARS.max] } },
    series: [{}, ...series.map(({ name }, index) => ({
      label: name, stroke: COLOURS[index], dash: [4, 4], spanGaps: true, points: { show: true },
    }))],
    legend: { show: false },
    hooks: { draw: [labels] },
  }, [years, ...series.map(column)], holder);
  // It draws in a microtask.
  return {
    again: async () => { chart.redraw(true, true); await null; },
    resize: async (width) => {
      holder.style.width = `${width}px`;
      chart.setSize({ width, height: 400 });
      await null;
    },
  };
}

/** No chart: what a frame costs by itself. */
function emptyBox(holder) {
  return {
    again: (frame) => { holder.style.height = `${400 + (frame % 2)}px`; },
    resize: (width) => { holder.style.width = `${width}px`; },
  };
}

export const draw = { ECharts: echartsChart, 'Chart.js': chartjsChart, uPlot: uplotChart, 'empty box': emptyBox };
