using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DecisionChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_proposals_check_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_messages_dossier_id",
                table: "messages");

            migrationBuilder.AddColumn<long>(
                name: "amount",
                table: "proposals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "proposals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                table: "proposals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "next_act",
                table: "proposals",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "proposals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "waiting_since",
                table: "proposals",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "decide_within_days",
                table: "ocmws",
                type: "integer",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<bool>(
                name: "four_eyes",
                table: "ocmws",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "notify_within_days",
                table: "ocmws",
                type: "integer",
                nullable: false,
                defaultValue: 8);

            migrationBuilder.AddColumn<int>(
                name: "pay_within_days",
                table: "ocmws",
                type: "integer",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "done_at",
                table: "messages",
                type: "timestamp with time zone",
                nullable: true);

            // What was proposed before has an amount and waits for its decision; what was answered or replaced asks nothing any more.
            migrationBuilder.Sql("UPDATE proposals SET amount = (SELECT c.new_amount FROM checks c WHERE c.id = proposals.check_id) WHERE kind = 'Proposed'");
            migrationBuilder.Sql("UPDATE proposals SET next_act = CASE kind WHEN 'Proposed' THEN 'Decide' ELSE 'Nothing' END, waiting_since = at");
            migrationBuilder.Sql("UPDATE messages SET done_at = created_at WHERE check_id IN (SELECT id FROM checks WHERE NOT is_current) OR check_id IN (SELECT check_id FROM proposals)");

            migrationBuilder.CreateTable(
                name: "decision_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_steps_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_one_answer",
                table: "proposals",
                column: "check_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_waiting",
                table: "proposals",
                column: "waiting_since",
                filter: "next_act <> 'Nothing'");

            migrationBuilder.CreateIndex(
                name: "ix_messages_open",
                table: "messages",
                columns: new[] { "dossier_id", "created_at" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_decision_steps_proposal_id_kind",
                table: "decision_steps",
                columns: new[] { "proposal_id", "kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_steps");

            migrationBuilder.DropIndex(
                name: "ix_proposals_one_answer",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_proposals_waiting",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_messages_open",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "amount",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "next_act",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "version",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "decide_within_days",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "four_eyes",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "notify_within_days",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "pay_within_days",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "done_at",
                table: "messages");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_check_id",
                table: "proposals",
                column: "check_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_dossier_id",
                table: "messages",
                column: "dossier_id");
        }
    }
}
