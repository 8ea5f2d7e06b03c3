package org.ohmstead.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartsTest {
    @Test
    void bars_of_one_unit_share_a_scale() throws ParserConfigurationException, IOException, SAXException {
        Document svg = parsed(BarChart.of(List.of(
                Figure.of("echo", "answered", Unit.PER_SECOND, 100_000),
                Figure.of("heart & beat", "<answered>", Unit.PER_SECOND, 25_000),
                Figure.of("echo", "p99", Unit.MILLIS, 2))));

        assertThat(widths(svg, "#2a6fb0")).containsExactly(360.0, 90.0, 360.0);
        assertThat(svg.getDocumentElement().getTextContent()).contains("heart & beat: <answered>", "25,000 msg/s");
    }

    @Test
    void a_bar_that_misses_its_goal_is_red_and_the_goal_fits_into_the_picture()
            throws ParserConfigurationException, IOException, SAXException {
        Document svg = parsed(BarChart.of(
                List.of(Figure.of("mix", "rate", Unit.PER_SECOND, 5_000).goal(Goal.atLeast(15_000)))));

        assertThat(widths(svg, "#b5442e")).containsExactly(120.0);
        assertThat(widths(svg, "#d09010")).containsExactly(2.0);
    }

    @Test
    void a_line_has_a_point_for_each_sample() throws ParserConfigurationException, IOException, SAXException {
        Document svg = parsed(LineChart.of(List.of(
                new Series("memory", Unit.MIB, List.of(100.0, 200.0, 200.0)),
                new Series("nothing", Unit.COUNT, List.of()))));

        NodeList lines = svg.getElementsByTagName("polyline");
        assertThat(((Element) lines.item(0)).getAttribute("points").split(" ")).hasSize(3);
    }

    private static Document parsed(String svg) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Double> widths(Document svg, String colour) {
        NodeList all = svg.getElementsByTagName("rect");
        List<Double> widths = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element rectangle = (Element) all.item(i);
            if (rectangle.getAttribute("fill").equals(colour)) {
                widths.add(Double.valueOf(rectangle.getAttribute("width")));
            }
        }
        return widths;
    }
}
