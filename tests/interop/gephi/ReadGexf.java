import java.io.File;
import java.util.Iterator;
import java.util.TreeSet;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Imports GEXF files with Gephi's own importer and tells what it found, one line of tab-separated
 * cells a file: path, nodes, edges, edge kinds, issues, first and last time, node columns, edge
 * columns. Writes a picture beside each file (its name with .pdf).
 */
public final class ReadGexf {
  private ReadGexf() {}

  public static void main(String[] paths) throws Exception {
    for (String path : paths) {
      System.out.println(read(new File(path)));
    }
  }

  private static String read(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    StringBuilder issues = new StringBuilder();
    Iterator<Issue> all = container.getReport().getIssues(1000);
    while (all.hasNext()) {
      Issue issue = all.next();
      issues.append(issue.getLevel()).append(": ").append(issue.getMessage()).append("; ");
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    String times = "";
    if (model.isDynamic()) {
      Interval bounds = model.getTimeBounds();
      times = model.getTimeFormat() + " " + (long) bounds.getLow() + " " + (long) bounds.getHigh();
    }
    ExportController exporter = Lookup.getDefault().lookup(ExportController.class);
    exporter.exportFile(new File(file.getPath() + ".pdf"));
    return String.join(
        "\t",
        file.getPath(),
        String.valueOf(model.getGraph().getNodeCount()),
        String.valueOf(model.getGraph().getEdgeCount()),
        String.valueOf(model.getEdgeTypeCount()),
        issues.toString().replaceAll("\\s+", " "),
        times,
        names(model.getNodeTable().toArray()),
        names(model.getEdgeTable().toArray()));
  }

  private static String names(Column[] columns) {
    TreeSet<String> names = new TreeSet<>();
    for (Column column : columns) {
      if (!column.isProperty()) {
        names.add(column.getTitle());
      }
    }
    return String.join(",", names);
  }
}
