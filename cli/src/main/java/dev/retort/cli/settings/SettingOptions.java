/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** The settings of {@link SettingsTable} as options of every command, and as a section of the help. */
public final class SettingOptions {

    private static final String SECTION = "settings";
    private static final int INDENT = 2;

    private SettingOptions() {}

    /**
     * Adds the section, and a hidden option for each setting that has none yet.
     *
     * @param root the root command
     * @param given receives the values by key
     */
    public static void add(CommandSpec root, Map<String, String> given) {
        for (Setting<?> setting : SettingsTable.standalone()) {
            if (setting.use() == Setting.Use.OPTION && root.findOption(setting.option()) == null) {
                root.addOption(option(setting, given));
            }
        }
        List<String> sections = new ArrayList<>(root.usageMessage().sectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), SECTION);
        root.usageMessage().sectionKeys(sections).sectionMap().put(SECTION, SettingOptions::section);
    }

    private static OptionSpec option(Setting<?> setting, Map<String, String> given) {
        OptionSpec.Builder option = OptionSpec.builder(setting.option())
                .type(String.class)
                .paramLabel(setting.kind().label())
                .description(setting.description())
                .hidden(true)
                .scopeType(ScopeType.INHERIT)
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        if (value != null) {
                            given.put(setting.key(), value.toString());
                        }
                        return value;
                    }
                });
        return (setting.kind().equals(SettingKind.FLAG) ? option.arity("0..1").fallbackValue("true") : option).build();
    }

    /** Each with its default and description, wrapped as the rest of the help. */
    private static String section(Help help) {
        Help.TextTable table = Help.TextTable.forColumns(
                help.colorScheme(),
                new Help.Column(help.commandSpec().usageMessage().width(), INDENT, Help.Column.Overflow.WRAP));
        for (Setting<?> setting : SettingsTable.standalone()) {
            String given = setting.defaultText().isEmpty() ? "" : " (" + setting.defaultText() + ")";
            table.addRowValues(setting.key() + given + ": " + setting.description());
        }
        return help.createHeading("%nSettings, with their defaults:%n") + table;
    }
}
