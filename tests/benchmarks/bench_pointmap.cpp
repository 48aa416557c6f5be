// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame of the map at 1280 × 800 while the person pans: everything is drawn anew. The peer is QtCharts'
// scatter series with the same points, markers of the same size and no antialiasing, in the same run.
//   QT_QPA_PLATFORM=offscreen bench_pointmap
#include "widgets/plots/PointMap.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QImage>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

namespace {

using namespace ktnas;

constexpr QSize frame(1280, 800);

/// Nine clumps over a broad cloud, as t-SNE maps of cells look; a fixed sequence of 64-bit steps.
struct Cloud {
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> value;

    explicit Cloud(std::size_t count)
    {
        std::uint64_t state = 88172645463325252ULL;
        const auto uniform = [&state] {
            state ^= state << 13U;
            state ^= state >> 7U;
            state ^= state << 17U;
            return static_cast<float>(state >> 40U) / 16777216.0F;
        };
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t clump = i % 18;
            const float spread = clump < 9 ? 0.12F : 1.0F;
            const auto across = static_cast<float>(clump % 3);
            const auto down = static_cast<float>(clump / 3 % 3);
            x.push_back((clump < 9 ? across * 0.3F + 0.1F : 0) + spread * (uniform() + uniform()) / 2);
            y.push_back((clump < 9 ? down * 0.3F + 0.1F : 0) + spread * (uniform() + uniform()) / 2);
            value.push_back(uniform());
        }
    }
};

ThemeProvider& themes()
{
    static ThemeProvider provider;
    return provider;
}

void paintInto(benchmark::State& state, QWidget& widget, const auto& change)
{
    widget.resize(frame);
    widget.show();
    QApplication::processEvents();
    QImage target(frame, QImage::Format_RGB32);
    double step = 1;
    for (auto _ : state) {
        step = -step;
        change(step);
        widget.render(&target);
        benchmark::DoNotOptimize(target.constBits());
    }
}

void pan(benchmark::State& state)
{
    const Cloud cloud(static_cast<std::size_t>(state.range(0)));
    PointMap map(&themes());
    map.setPositions(cloud.x, cloud.y);
    map.setValues(cloud.value, MapScale::Sequential);
    paintInto(state, map, [&](double step) {
        MapView view = map.view();
        view.pan({step, step});
        map.setView(view);
    });
}

void panWithSelection(benchmark::State& state)
{
    const Cloud cloud(static_cast<std::size_t>(state.range(0)));
    PointMap map(&themes());
    map.setPositions(cloud.x, cloud.y);
    map.setValues(cloud.value, MapScale::Sequential);
    std::vector<std::uint32_t> selection;
    for (std::uint32_t i = 0; i < cloud.x.size(); i += 30)
        selection.push_back(i);
    map.setSelection(selection);
    paintInto(state, map, [&](double step) {
        MapView view = map.view();
        view.pan({step, step});
        map.setView(view);
    });
}

void density(benchmark::State& state)
{
    const Cloud cloud(static_cast<std::size_t>(state.range(0)));
    PointMap map(&themes());
    map.setPositions(cloud.x, cloud.y);
    map.setDensity(true);
    paintInto(state, map, [&](double step) {
        MapView view = map.view();
        view.pan({step, step});
        map.setView(view);
    });
}

void hover(benchmark::State& state)
{
    const Cloud cloud(static_cast<std::size_t>(state.range(0)));
    PointMap map(&themes());
    map.setPositions(cloud.x, cloud.y);
    map.setValues(cloud.value, MapScale::Sequential);
    int point = 0;
    paintInto(state, map, [&](double) { map.setHovered(point = (point + 1) % 1000); });
}

void qtChartsScatter(benchmark::State& state)
{
    const Cloud cloud(static_cast<std::size_t>(state.range(0)));
    auto* series = new QScatterSeries;
    QList<QPointF> points;
    for (std::size_t i = 0; i < cloud.x.size(); ++i)
        points.append({static_cast<double>(cloud.x[i]), static_cast<double>(cloud.y[i])});
    series->replace(points);
    series->setMarkerSize(2.5);
    series->setMarkerShape(QScatterSeries::MarkerShapeCircle);
    series->setPen(Qt::NoPen);
    QChartView view;
    view.setRenderHint(QPainter::Antialiasing); // as ours at this count
    view.chart()->addSeries(series);
    view.chart()->createDefaultAxes();
    view.chart()->legend()->hide();
    paintInto(state, view, [&](double step) { view.chart()->scroll(step, step); });
}

BENCHMARK(pan)->Arg(15625)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(panWithSelection)->Arg(15625)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(density)->Arg(15625)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(hover)->Arg(15625)->Arg(1000000)->Unit(benchmark::kMillisecond);
// Five frames: at 100,000 points QtCharts needs up to a minute for the first one.
BENCHMARK(qtChartsScatter)->Arg(15625)->Iterations(5)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
